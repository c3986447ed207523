package fi.kumppani.portal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import java.util.Objects;

/** Somebody who has a keyboard and no pointer, and sees where they are at every step. */
public final class Keyboard {

    private static final int MOST_TABS = 150;
    private static final int LONGEST_ROUND = 400;

    /** Whether the focus is at something, or where it is if nobody sees it there. */
    private static final String LOOK =
            """
            chosen => {
              const at = document.activeElement;
              if (!at || at === document.body) { return chosen === '[data-first]' ? 'there' : ''; }
              const style = getComputedStyle(at);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const box = at.getBoundingClientRect();
              return (ring || style.boxShadow !== 'none') && box.width > 0 && box.height > 0
                ? (at.matches(chosen) ? 'there' : '') : at.outerHTML.slice(0, 200);
            }
            """;

    private final Page page;

    private Keyboard(Page page) {
        this.page = page;
    }

    /** Opens an address. */
    public static Keyboard at(Page page, String address) {
        page.navigate(address);
        return new Keyboard(page);
    }

    /** Opens another address, such as one from a mail. */
    public Keyboard open(String address) {
        page.navigate(address);
        return this;
    }

    /** Goes on with the tabulator until something is reached; the focus is seen on the way. */
    public Keyboard reach(String selector) {
        boolean isThere = isAt(selector);
        for (int step = 0; step < MOST_TABS && !isThere; step++) {
            isThere = stepsTo(selector);
        }
        assertThat(isThere).as("a key leads to " + selector + " on " + page.url()).isTrue();
        return this;
    }

    private boolean stepsTo(String selector) {
        page.keyboard().press("Tab");
        Object seen = page.evaluate(LOOK, selector);
        assertThat(seen).as("focus that nobody sees on " + page.url()).isIn("", "there");
        return "there".equals(seen);
    }

    /** Whether the focus is on something. */
    public boolean isAt(String selector) {
        return Boolean.TRUE.equals(
                page.evaluate("chosen => document.activeElement.matches(chosen)", selector));
    }

    /** Goes one step on. */
    public Keyboard tab() {
        stepsTo("*");
        return this;
    }

    /** Presses a key by its name. */
    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Types. */
    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes to a link or a button, presses it, and waits for the page that it leads to. */
    public Keyboard follow(String selector) {
        return reach(selector).enter();
    }

    /** Presses the enter key, and waits for the page that it leads to. */
    public Keyboard enter() {
        page.evaluate("document.documentElement.setAttribute('data-left', '')");
        page.keyboard().press("Enter");
        page.waitForSelector("html:not([data-left])");
        page.waitForLoadState();
        return this;
    }

    /** Goes all around the page; fails when there is no way out of something. */
    public void goAround() {
        page.evaluate("document.activeElement.blur()");
        tab();
        page.evaluate("document.activeElement.setAttribute('data-first', '')");
        for (int step = 0; step < LONGEST_ROUND; step++) {
            if (stepsTo("[data-first]")) {
                return;
            }
        }
        throw new AssertionError(
                "No way out of "
                        + Objects.toString(page.evaluate("document.activeElement.outerHTML"))
                        + " on "
                        + page.url());
    }
}
