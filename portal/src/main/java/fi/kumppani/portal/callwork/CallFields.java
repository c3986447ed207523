package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;

import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All fields of a call. */
final class CallFields {

    /** More characters than the longest text may have, so that one that is too long stays whole. */
    static final int LONGEST = 10_000;

    private static final String SCHEME = "scheme";

    /** What grants-service tells of a call and does not take. */
    private static final List<String> TOLD = List.of("id", "status", "open", "imported");

    private CallFields() {}

    /**
     * A call as it was written.
     *
     * @param body what is sent to the service
     * @param rules the fields of its rules, in their order there
     */
    record Written(Map<String, Object> body, List<String> rules) {}

    /** Fills in what is planned. */
    static void fill(FilledForm form, CallBody call) {
        CallBody scheme = call.part(SCHEME);
        BasicFields.fill(form, call);
        SchemeFields.fill(form, scheme);
        PaymentFields.fill(form, scheme.part("payment"));
        RuleFields.fill(form, scheme);
        AfterwardsFields.fill(form, scheme);
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        BasicFields.keep(form, sent);
        SchemeFields.keep(form, sent);
        PaymentFields.keep(form, sent);
        RuleFields.keep(form, sent);
        AfterwardsFields.keep(form, sent);
    }

    /**
     * The call as it was written; what the page does not show stays as it was read. What cannot be
     * read becomes a fault of the form.
     *
     * @param before as it was read
     */
    static Written read(FilledForm form, CallBody before) {
        Map<String, Object> body = before.copy();
        TOLD.forEach(body::remove);
        BasicFields.read(form, body);
        Map<String, Object> scheme = before.part(SCHEME).copy();
        SchemeFields.read(form, scheme);
        PaymentFields.read(form, scheme);
        List<String> rules = RuleFields.read(form, scheme);
        AfterwardsFields.read(form, scheme);
        body.put(SCHEME, scheme);
        return new Written(body, rules);
    }

    /** All that two people may write differently. */
    static List<String> names(FilledForm form) {
        return Stream.of(
                        BasicFields.names(form),
                        SchemeFields.names(form),
                        PaymentFields.NAMES.stream(),
                        RuleFields.names(form),
                        AfterwardsFields.names())
                .flatMap(each -> each)
                .toList();
    }
}
