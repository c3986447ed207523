package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A form on a page: what was filled in, and what is wrong with it, as keys of texts. Nothing that
 * was filled in is lost when something is wrong.
 */
public final class FilledForm {

    private static final int LONGEST = 2_000;

    private final int longest;
    private String key;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();

    /**
     * @param key what makes the form sent twice one act; see {@link FormKeys}
     */
    public FilledForm(String key) {
        this(key, LONGEST);
    }

    /**
     * A form with texts that are longer than a page or two.
     *
     * @param key as above
     * @param longest how many characters of each field are kept
     */
    public FilledForm(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    /** The key for the hidden field. */
    public String key() {
        return key;
    }

    /** Keeps what was filled in. */
    public void put(String field, @Nullable String value) {
        values.put(field, List.of(kept(value == null ? "" : value)));
    }

    /** Keeps what was chosen, where one can choose several things. */
    public void putAll(String field, List<String> chosen) {
        values.put(field, chosen.stream().map(this::kept).filter(v -> !v.isEmpty()).toList());
    }

    private String kept(String value) {
        String stripped = value.strip();
        return stripped.length() > longest ? stripped.substring(0, longest) : stripped;
    }

    /** Whether it has such a field. */
    public boolean asks(String field) {
        return values.containsKey(field);
    }

    /** What was filled in; empty when nothing was. */
    public String value(String field) {
        List<String> all = values(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All that was chosen. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this was filled in or chosen. */
    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /** The text that says what is wrong with this field, as a key; null when nothing is. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** The fields at fault, in the order of the form. */
    public List<String> fieldsAtFault() {
        return values.keySet().stream().filter(errors::containsKey).toList();
    }

    /** What is wrong with the whole, as keys of texts. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Whether anything is wrong. */
    public boolean isRefused() {
        return !refusals.isEmpty() || !errors.isEmpty();
    }

    /** Says what is wrong with the whole. */
    public void refuse(String text) {
        refusals.add(text);
    }

    /** Says what is wrong with a field. */
    public void refuse(String field, String text) {
        errors.put(field, text);
    }

    /**
     * Puts what a service refused into words. A form that was sent before with other content gets a
     * new key, so that it can be sent again on purpose.
     *
     * @param family what the keys of the texts begin with; there are texts for {@code .too-many},
     *     {@code .sent-before} and {@code .refused}, for {@code .error.} and each field, and for
     *     {@code .reason.} and each reason
     * @param reasons the reasons that have a text
     */
    public void refuse(Refusal refusal, String family, List<String> reasons) {
        refuse(refusal, family, reasons, error -> family + ".error." + error.field());
    }

    /**
     * The same where the text of a field depends on what is wrong with it.
     *
     * @param texts the key of the text for what is wrong with a field
     */
    public void refuse(
            Refusal refusal,
            String family,
            List<String> reasons,
            Function<Refusal.FieldError, String> texts) {
        for (Refusal.FieldError error : refusal.errors()) {
            if (error.field().equals("Idempotency-Key")) {
                key = FormKeys.another(key);
                refusals.add(family + ".sent-before");
            } else if (values.containsKey(error.field())) {
                errors.putIfAbsent(error.field(), texts.apply(error));
            }
        }
        if (refusal.tooMany()) {
            refusals.add(family + ".too-many");
        } else if (reasons.contains(refusal.reason())) {
            refusals.add(family + ".reason." + refusal.reason());
        } else if (!isRefused()) {
            refusals.add(family + ".refused");
        }
    }
}
