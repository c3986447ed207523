package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of an association's facts, named as the registry names them. */
public final class AssociationForm {

    /** The fields, in their order on the page. */
    public static final List<String> FIELDS =
            List.of(
                    "name.fi",
                    "name.sv",
                    "name.en",
                    "form",
                    "businessId",
                    "registerNumber",
                    "purposeClass",
                    "themes",
                    "active");

    private static final String FAMILY = "registrar";
    private static final String NAME = "name";
    private static final String NAMES = NAME + ".";
    private static final String FORM = "form";
    private static final String BUSINESS_ID = "businessId";
    private static final String REGISTER_NUMBER = "registerNumber";
    private static final String CLASS = "purposeClass";
    private static final String THEMES = "themes";
    private static final String ACTIVE = "active";
    private static final String TRUE = "true";
    private static final String TYPING_ERROR = "wrong-check-digit";
    private static final Map<String, String> TAKEN =
            Map.of(
                    "business-id-taken", BUSINESS_ID,
                    "register-number-taken", REGISTER_NUMBER);
    private static final List<String> REASONS = List.of("dissolved");
    private static final Pattern BETWEEN_THEMES = Pattern.compile("[\\s,;]+");

    private AssociationForm() {}

    /** Keeps what was sent. */
    public static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        FIELDS.forEach(field -> form.put(field, sent.getFirst(field)));
    }

    /** Fills in what an association begins with. */
    static void begin(FilledForm form) {
        FIELDS.forEach(field -> form.put(field, ""));
        form.put(FORM, LegalForms.ALL.getFirst());
        form.put(ACTIVE, TRUE);
    }

    /** Fills in what is known. */
    public static void fill(FilledForm form, AssociationFacts facts) {
        LocalizedFields.fill(form, NAME, facts.name());
        form.put(FORM, facts.form());
        form.put(BUSINESS_ID, facts.businessId());
        form.put(REGISTER_NUMBER, facts.registerNumber());
        form.put(CLASS, facts.purposeClass() == null ? "" : facts.purposeClass().toString());
        form.put(THEMES, String.join(", ", facts.themes()));
        form.put(ACTIVE, Boolean.FALSE.equals(facts.active()) ? "" : TRUE);
    }

    /** What the form says, as the registry reads it. */
    public static Map<String, Object> read(FilledForm form) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(NAME, LocalizedFields.read(form, NAME));
        put(facts, FORM, form.value(FORM));
        put(facts, BUSINESS_ID, form.value(BUSINESS_ID));
        put(facts, REGISTER_NUMBER, form.value(REGISTER_NUMBER));
        if (!form.value(CLASS).isEmpty()) {
            facts.put(CLASS, purposeClass(form.value(CLASS)));
        }
        facts.put(THEMES, themes(form.value(THEMES)));
        facts.put(ACTIVE, form.has(ACTIVE, TRUE));
        return facts;
    }

    /** Says what the registry refused, at its field where it has one. */
    public static void refuse(FilledForm form, Refusal refusal) {
        String taken = TAKEN.get(refusal.reason());
        if (taken != null) {
            form.refuse(taken, FAMILY + ".reason." + refusal.reason());
            return;
        }
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream().map(AssociationForm::atItsField).toList()),
                FAMILY,
                REASONS,
                AssociationForm::text);
    }

    /** The purpose class; no number is one that the registry refuses. */
    static int purposeClass(String written) {
        return written.matches("[0-9]{1,3}") ? Integer.parseInt(written) : 0;
    }

    /** Keys of themes as people write them one after another. */
    static List<String> themes(String written) {
        return Stream.of(BETWEEN_THEMES.split(written)).filter(key -> !key.isEmpty()).toList();
    }

    private static Refusal.FieldError atItsField(Refusal.FieldError error) {
        return error.field().equals(NAME)
                ? new Refusal.FieldError(NAMES + "fi", error.code())
                : error;
    }

    /** The key of the text that says what is wrong with a field. */
    static String text(Refusal.FieldError error) {
        if (error.field().startsWith(NAMES)) {
            return FAMILY + ".error.name." + (error.code().equals("missing") ? "missing" : "size");
        }
        return FAMILY
                + ".error."
                + error.field()
                + (error.code().equals(TYPING_ERROR) ? "." + TYPING_ERROR : "");
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }
}
