package fi.kumppani.localstack.smoke;

import fi.kumppani.localstack.system.Answer;
import fi.kumppani.localstack.system.Api;
import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.UnexpectedOutcomeException;
import fi.kumppani.localstack.system.Wait;

import org.springframework.web.util.UriUtils;

import tools.jackson.databind.JsonNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the mail catcher caught. */
final class Mails {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s\"<>]+/m/[^\\s\"<>]+[?&]token=([^\\s\"<>&]+)");
    private static final Pattern LEAVING =
            Pattern.compile("https?://[^\\s\"<>]+/subscriptions/leave[?]token=([^\\s\"<>&]+)");

    private final Api catcher;

    Mails(RunningSystem system) {
        this.catcher = Api.at(system, system.mail());
    }

    /** Waits for the mail to this address whose subject has this part. */
    JsonNode await(String address, String subject) throws Exception {
        return Wait.until(
                "a mail to " + address + " about \"" + subject + "\"",
                () -> subjectsOf(address),
                () -> found(address, subject).stream().findFirst());
    }

    /** How many mails there are to this address whose subject has this part. */
    int count(String address, String subject) throws Exception {
        return found(address, subject).size();
    }

    /** The token of the first link into the portal. */
    static String tokenOf(JsonNode mail) throws UnexpectedOutcomeException {
        return token(LINK, mail);
    }

    /** The token of the link that leaves the list. */
    static String leavingTokenOf(JsonNode mail) throws UnexpectedOutcomeException {
        return token(LEAVING, mail);
    }

    private static String token(Pattern pattern, JsonNode mail) throws UnexpectedOutcomeException {
        String text = mail.path("text").asString("");
        Matcher link = pattern.matcher(text);
        if (!link.find()) {
            throw new UnexpectedOutcomeException("a signed link in the mail", text);
        }
        return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
    }

    private List<JsonNode> found(String address, String subject) throws Exception {
        Answer answer =
                catcher.get("/api/mails?to=" + encoded(address) + "&subject=" + encoded(subject))
                        .expect(200);
        return answer.body().valueStream().toList();
    }

    private String subjectsOf(String address) {
        try {
            List<String> subjects =
                    found(address, "").stream()
                            .map(mail -> mail.path("subject").asString())
                            .toList();
            return subjects.isEmpty() ? "no mail at all" : "only " + subjects;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
