package fi.kumppani.localstack.system;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param request method and path of what was asked, for messages
 * @param body missing when there was none, or none of JSON
 * @param etag as it came, with its quotes
 */
public record Answer(String request, int status, JsonNode body, @Nullable String etag) {

    private static final int LONGEST = 800;

    /** The same answer, when it has this status. */
    public Answer expect(int wanted) throws UnexpectedOutcomeException {
        if (status != wanted) {
            throw new UnexpectedOutcomeException(request + " answers " + wanted, came());
        }
        return this;
    }

    /** A text of the body by its JSON pointer, such as {@code /seats/free}; empty when absent. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    /** The status and the beginning of the body. */
    public String came() {
        String text = body.toString();
        return status + " " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
}
