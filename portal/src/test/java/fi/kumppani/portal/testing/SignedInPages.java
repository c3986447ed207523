package fi.kumppani.portal.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;

import fi.kumppani.kit.testing.Chromium;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;

/** Pages for somebody who is logged in, in Chromium: on a phone, at a desk, as pictures. */
public abstract class SignedInPages extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    /** How wide a phone is. */
    protected static final int PHONE = PageLook.PHONE;

    private @Nullable BrowserContext context;

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    /** A browser of somebody who has logged in, with scripts. */
    protected Page open() {
        return opened(true);
    }

    /** The same without scripts. */
    protected Page openWithoutScripts() {
        return opened(false);
    }

    private Page opened(boolean scripts) {
        BrowserContext opened =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PHONE, PageLook.HEIGHT)
                                        .setJavaScriptEnabled(scripts));
        context = opened;
        var login = browser();
        login.logIn(identityProvider(), "/login");
        opened.addCookies(
                List.of(
                        new Cookie("PORTALSESSION", login.cookie("PORTALSESSION").orElseThrow())
                                .setUrl(origin())));
        return opened.newPage();
    }

    /**
     * Opens a page, everything on it that can be opened, and looks at it in both widths; what is
     * wrong with it.
     */
    protected static List<String> look(Page page, String name, String path, String language) {
        return look(page, name, path, language, new AxeBuilder(page));
    }

    /**
     * The same for a page that shows what others wrote in a frame, which is looked at elsewhere.
     */
    protected static List<String> lookOutsideFrames(
            Page page, String name, String path, String language) {
        return look(page, name, path, language, new AxeBuilder(page).exclude("iframe"));
    }

    private static List<String> look(
            Page page, String name, String path, String language, AxeBuilder axe) {
        List<String> faults = new ArrayList<>();
        Response opened =
                page.navigate(
                        origin() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        if (opened == null || opened.status() != 200) {
            faults.add(name + " is not shown");
        }
        faults.addAll(PageLook.at(page, name, language, axe));
        return faults;
    }

    /** Leaves a picture of the page as it is, where pictures are asked for. */
    protected static void picture(Page page, String name) {
        PageLook.picture(page, name);
    }
}
