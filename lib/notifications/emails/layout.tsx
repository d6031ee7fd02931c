// How every e-mail looks: one column, our colours, no pictures. Styles stand on the elements, because mail readers throw away much else;
// the sheet in the head adds dark colours and narrow screens where it is read.
import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from "@react-email/components";
import type { Locale } from "@/lib/platform/locales";
import type { Content, Row as ContentRow } from "./content";

// The values of app/globals.css; a mail reader knows no variables.
const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #161210 !important; }
  .card { background-color: #201b18 !important; border-color: #3a322d !important; }
  .ink { color: #f7f1ec !important; }
  .ink-2 { color: #cbbfb6 !important; }
  .ink-3 { color: #a99c92 !important; }
  .brand { color: #ff9468 !important; }
  .line { border-color: #3a322d !important; }
}
@media (max-width: 480px) {
  .card { padding: 24px 20px !important; }
  .button { display: block !important; text-align: center !important; }
}
`;

const FONT = "-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
const ROW = { fontSize: "15px", lineHeight: "22px", margin: 0, padding: "5px 0" } as const;
const SMALL = { color: "#6f645c", fontSize: "13px", lineHeight: "20px", margin: "0 0 8px" } as const;
const SMALL_LINK = { color: "#6f645c", textDecoration: "underline" } as const;
const RULE = { borderColor: "#e8dfd7", margin: "16px 0 11px" } as const;

/** The HTML of one e-mail. */
export function Email({ content, locale }: { content: Content; locale: Locale }) {
  const { title, greeting, body, facts, lines, totals, button, footer } = content;
  return (
    <Html lang={locale}>
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{SHEET}</style>
      </Head>
      <Body
        className="page"
        style={{ backgroundColor: "#fbf8f5", fontFamily: FONT, margin: 0, padding: "24px 12px" }}
      >
        <Preview>{body}</Preview>
        <Container style={{ maxWidth: "560px" }}>
          <Text
            className="brand"
            style={{
              color: "#b23a0a",
              fontSize: "22px",
              fontWeight: 800,
              letterSpacing: "-0.02em",
              lineHeight: "28px",
              margin: "0 0 16px",
            }}
          >
            KapGel
          </Text>
          <Section
            className="card"
            style={{
              backgroundColor: "#ffffff",
              border: "1px solid #e8dfd7",
              borderRadius: "16px",
              padding: "32px",
            }}
          >
            <Heading
              as="h1"
              className="ink"
              style={{
                color: "#211a16",
                fontSize: "24px",
                fontWeight: 700,
                letterSpacing: "-0.01em",
                lineHeight: "31px",
                margin: "0 0 16px",
                overflowWrap: "anywhere",
              }}
            >
              {title}
            </Heading>
            <Paragraph>{greeting}</Paragraph>
            <Paragraph>{body}</Paragraph>
            <Button
              className="button"
              href={button.link}
              style={{
                backgroundColor: "#ff6b35",
                borderRadius: "12px",
                color: "#2a0f03",
                fontSize: "16px",
                fontWeight: 600,
                lineHeight: "20px",
                margin: "8px 0",
                padding: "14px 24px",
              }}
            >
              {button.label}
            </Button>
            {facts.length > 0 && <Hr className="line" style={RULE} />}
            {facts.map((row) => (
              <Fact key={row.label} row={row} />
            ))}
            {lines.length > 0 && <Hr className="line" style={RULE} />}
            {lines.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: printed once; two lines may read the same
              <Amount key={at} row={row} />
            ))}
            {totals.length > 0 && <Hr className="line" style={RULE} />}
            {totals.map((row, at) => (
              <Amount
                key={row.label}
                row={row}
                isPart={at < totals.length - 1}
                isSum={at === totals.length - 1}
              />
            ))}
          </Section>
          <Section style={{ padding: "20px 4px 0" }}>
            <Text className="ink-3" style={SMALL}>
              {footer.why}
            </Text>
            <Text className="ink-3" style={SMALL}>
              <Link className="ink-3" href={footer.preferences.link} style={SMALL_LINK}>
                {footer.preferences.label}
              </Link>
              {" · "}
              <Link className="ink-3" href={footer.unsubscribe.link} style={SMALL_LINK}>
                {footer.unsubscribe.label}
              </Link>
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function Paragraph({ children }: { children: string }) {
  return (
    <Text
      className="ink-2"
      style={{
        color: "#574d46",
        fontSize: "16px",
        lineHeight: "25px",
        margin: "0 0 12px",
        overflowWrap: "anywhere",
      }}
    >
      {children}
    </Text>
  );
}

/** What an order or a product is: the label beside its value, which may be a long sentence. */
function Fact({ row }: { row: ContentRow }) {
  return (
    <Row>
      <Column style={{ verticalAlign: "top", width: "38%" }}>
        <Text className="ink-3" style={{ ...ROW, color: "#6f645c", paddingRight: "12px" }}>
          {row.label}
        </Text>
      </Column>
      <Column style={{ verticalAlign: "top" }}>
        <Text className="ink" style={{ ...ROW, color: "#211a16", overflowWrap: "anywhere" }}>
          {row.value}
        </Text>
      </Column>
    </Row>
  );
}

/** A line of the bill: amounts stand under each other at the right. */
function Amount({ row, isPart, isSum }: { row: ContentRow; isPart?: boolean; isSum?: boolean }) {
  const weight = isSum ? { fontWeight: 700 } : {};
  return (
    <Row>
      <Column style={{ verticalAlign: "top" }}>
        <Text
          className={isPart ? "ink-3" : "ink"}
          style={{
            ...ROW,
            ...weight,
            color: isPart ? "#6f645c" : "#211a16",
            overflowWrap: "anywhere",
            paddingRight: "16px",
          }}
        >
          {row.label}
        </Text>
      </Column>
      <Column align="right" style={{ verticalAlign: "top" }}>
        <Text
          className="ink"
          style={{ ...ROW, ...weight, color: "#211a16", textAlign: "right", whiteSpace: "nowrap" }}
        >
          {row.value}
        </Text>
      </Column>
    </Row>
  );
}
