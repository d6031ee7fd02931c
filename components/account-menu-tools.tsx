"use client";
// What the account menu can do, fetched right after the page: the server has drawn it already, and nobody opens a menu sooner.
import { lazy, Suspense } from "react";

const Preferences = lazy(async () => ({ default: (await import("./preferences")).Preferences }));
const SignOutButton = lazy(async () => ({ default: (await import("./sign-out-button")).SignOutButton }));

/** Language and theme; with `signOut` (its class names) the way out below them. */
export function AccountMenuTools({ signOut }: { signOut: string | null }) {
  return (
    <Suspense>
      <Preferences />
      {signOut !== null && (
        <>
          <hr className="my-1.5 border-line" />
          <SignOutButton className={signOut} />
        </>
      )}
    </Suspense>
  );
}
