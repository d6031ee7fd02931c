-- What:  undoes the papers of who applies.
-- Why:   their files stay in the bucket `papers`: empty it with Storage when they are not wanted any more.
-- Loses: which file is whose, and what operators thought of each.

drop function if exists public.purge_papers, public.mark_paper, public.open_paper, app.attach_papers, public.remove_paper, public.list_my_papers,
  public.keep_paper, public.announce_paper;
drop table if exists public.application_papers cascade; -- with the functions that take a row of it
drop function if exists app.papers_of;
drop type if exists public.paper_kind;
