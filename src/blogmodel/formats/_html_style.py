"""The stylesheet of a page, and the policy that lets it in and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

__all__ = ["STYLE", "policy"]

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22211f; --faint: #66625b; --line: #dfdad0; --shade: #f3f0e9;
  --link: #0b5f6e; --mark: #fbf3d5;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #e3e0da; --faint: #a19c93; --line: #35363b; --shade: #202226;
    --link: #7cc5d3; --mark: #37331f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 44rem; padding: 0 1.125rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; border-radius: .15rem; }
.skip a { position: absolute; inset-inline-start: -100rem; }
.skip a:focus {
  inset-inline-start: .5rem; top: .5rem; z-index: 1; padding: .4rem .8rem;
  background: var(--paper);
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
.site, .meta, .toc, .tags, .comments > h2, .comments > h3, .by, .site-end, .gone {
  font-family: var(--sans);
}
.site { padding: 1.25rem 0 1rem; border-bottom: .0625rem solid var(--line); }
.site h1, .site-title { margin: 0; font-size: 1.0625rem; font-weight: 700; line-height: 1.4; }
.site a { color: inherit; text-decoration: none; }
.site a:hover { text-decoration: underline; }
.site-line { margin: .1rem 0 0; color: var(--faint); font-size: .9375rem; }
.feed .site h1 { font-size: 1.5rem; }
.toc { margin: 2rem 0 0; font-size: .9375rem; }
.toc h2, .comments > h2, .comments > h3 { font-size: 1.0625rem; margin: 0 0 .75rem; }
.toc ol { margin: 0; padding: 0; list-style: none; }
.toc li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.5rem; align-items: baseline;
  padding: .45rem 0; border-top: .0625rem solid var(--line); line-height: 1.4;
}
.toc li a { text-decoration: none; }
.toc li a:hover { text-decoration: underline; }
.toc time { color: var(--faint); font-size: .8125rem; white-space: nowrap; }
.post { padding-top: 2.5rem; }
.post + .post { margin-top: 3.5rem; border-top: .25rem double var(--line); }
.post-title {
  margin: 0 0 .4rem; font-size: clamp(1.625rem, 1.3rem + 1.6vw, 2.25rem); line-height: 1.2;
  letter-spacing: -.01em;
}
.post-title a { color: inherit; text-decoration: none; }
.post-title a:hover { text-decoration: underline; }
.meta {
  display: flex; flex-wrap: wrap; gap: 0 .5em; margin: 0; color: var(--faint); font-size: .875rem;
}
.meta a { color: inherit; }
.meta > * { min-width: 0; overflow-wrap: anywhere; }
.meta > * + :not(.dt-updated)::before {
  content: "·"; display: inline-block; margin-inline-end: .5em;
}
.text { margin-top: 1.75rem; }
.text > :first-child, .said > :first-child { margin-top: 0; }
.text > :last-child, .said > :last-child { margin-bottom: 0; }
.plain { white-space: pre-wrap; }
img { max-width: 100%; height: auto; border-radius: .2rem; }
figure { margin: 1.5rem 0; }
figcaption { color: var(--faint); font: .875rem/1.45 var(--sans); margin-top: .4rem; }
blockquote {
  margin: 1.25rem 0; padding-inline-start: 1.1rem; border-inline-start: .2rem solid var(--line);
  color: var(--faint);
}
pre, code, kbd, samp { font-family: var(--mono); font-size: .875em; }
pre {
  overflow-x: auto; padding: .85rem 1rem; background: var(--shade); border-radius: .35rem;
  line-height: 1.5; tab-size: 4;
}
:not(pre) > code, kbd { background: var(--shade); padding: .1em .3em; border-radius: .25em; }
pre code { font-size: inherit; }
hr { border: 0; border-top: .0625rem solid var(--line); margin: 2rem 0; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: .9375em; }
th, td { padding: .35rem .7rem; border: .0625rem solid var(--line); text-align: start; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1.75rem 0 0; padding: 0; }
.tags li {
  list-style: none; padding: .1rem .6rem; border: .0625rem solid var(--line); border-radius: 1rem;
  color: var(--faint); font-size: .8125rem; max-width: 100%;
}
.comments { margin-top: 2.5rem; padding-top: 1.5rem; border-top: .0625rem solid var(--line); }
.comments ol.thread, .comments ol.replies { margin: 0; padding: 0; list-style: none; }
.comments li.comment { margin-top: 1.5rem; }
.comments li.comment > ol.replies {
  margin-inline-start: .2rem; padding-inline-start: clamp(.7rem, 2.4vw, 1.4rem);
  border-inline-start: .125rem solid var(--line);
}
.comments li.comment > ol.replies > li:first-child { margin-top: 1.1rem; }
.comments li.deep > ol.replies { margin-inline-start: 0; padding-inline-start: 0; border: 0; }
.by { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; font-size: .875rem; }
.by .p-author { font-weight: 600; color: var(--ink); min-width: 0; overflow-wrap: anywhere; }
.by a.p-author { color: var(--link); }
.by, .by a { color: var(--faint); }
.by a.u-url { text-decoration: none; }
.by a.u-url:hover { text-decoration: underline; }
.note {
  padding: 0 .4rem; border: .0625rem solid var(--line); border-radius: .25rem; font-size: .75rem;
}
.said { margin-top: .25rem; font-size: 1rem; overflow-wrap: anywhere; }
.said p { margin: .6rem 0; }
.ping .said { color: var(--faint); font-size: .9375rem; }
.gone { margin: 0; color: var(--faint); font-size: .9375rem; font-style: italic; }
:target { scroll-margin-top: 1rem; }
li:target > article, li:target > .gone {
  background: var(--mark); box-shadow: 0 0 0 .5rem var(--mark); border-radius: .1rem;
}
.site-end {
  margin-top: 3.5rem; padding-top: 1rem; border-top: .0625rem solid var(--line);
  color: var(--faint); font-size: .8125rem;
}
.site-end p { margin: 0; }
@media (min-width: 48rem) {
  body { font-size: 1.125rem; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --line: #bbb; --shade: #fff;
    --link: #000; --mark: #fff;
  }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .skip, .toc { display: none; }
  .text a[href^="http"]::after, .said a[href^="http"]::after {
    content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere;
  }
  pre { white-space: pre-wrap; border: .0625rem solid var(--line); }
  .post + .post { break-before: page; border: 0; margin: 0; }
  h1, h2, h3, h4, h5, h6, .by { break-after: avoid; }
  img, figure, pre, .by { break-inside: avoid; }
}
"""


@cache
def policy() -> str:
    """Return the Content-Security-Policy: this stylesheet, pictures, and nothing else."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src * data:; "
        "base-uri 'none'; form-action 'none'"
    )
