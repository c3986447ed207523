package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Answer;

/** What a page is about: without it there is no page. */
public final class PageSubject {

    private PageSubject() {}

    /**
     * What was found.
     *
     * @throws NoSuchPageException when it is not there
     * @throws UnavailablePageException when its service refuses to tell or is away
     */
    public static <T> T of(Answer<T> answer) {
        return switch (answer) {
            case Answer.Found<T>(T found) -> found;
            case Answer.Missing<T> _ -> throw new NoSuchPageException();
            case Answer.Refused<T> _, Answer.Away<T> _ -> throw new UnavailablePageException();
        };
    }
}
