package fi.kumppani.portal.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page as it is now: on a phone and at a desk, with axe, and for a picture. */
public final class PageLook {

    /** How wide a phone is. */
    public static final int PHONE = 360;

    /** How wide a screen at a desk is. */
    public static final int DESK = 1280;

    /** How high both are. */
    public static final int HEIGHT = 800;

    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;

    private PageLook() {}

    /**
     * What is wrong with a page in both widths once everything on it that can be opened is open; it
     * is left in the width of a phone. In axe's legacy mode, which looks at frames of the same
     * origin alone (there are no others) and does not open another page for each look.
     */
    public static List<String> at(Page page, String name, String language, AxeBuilder axe) {
        List<String> faults = new ArrayList<>();
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        for (int width : List.of(DESK, PHONE)) {
            page.setViewportSize(width, HEIGHT);
            axe.setLegacyMode(true).analyze().getViolations().stream()
                    .map(PageLook::told)
                    .forEach(fault -> faults.add(name + " " + width + ": " + fault));
            if (!page.evaluate("document.documentElement.scrollWidth").equals(width)) {
                faults.add(name + " is wider than " + width);
            }
            picture(page, name + "-" + language + "-" + width);
        }
        return faults;
    }

    /** Leaves a picture of the page as it is, where pictures are asked for. */
    public static void picture(Page page, String name) {
        if (PICTURES) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pages", name + ".png")));
        }
    }

    private static String told(Rule rule) {
        return rule.getId()
                + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
