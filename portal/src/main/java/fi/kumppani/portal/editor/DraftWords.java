package fi.kumppani.portal.editor;

import fi.kumppani.portal.editor.DraftFacts.Contact;
import fi.kumppani.portal.editor.DraftFacts.Item;
import fi.kumppani.portal.editor.DraftFacts.Picture;
import fi.kumppani.portal.editor.DraftFacts.Segment;
import fi.kumppani.portal.editor.DraftFacts.Words;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads from a form what an issue is to say; what lacks for that becomes a fault of the form. */
final class DraftWords {

    private static final String MISSING = DraftForm.FAMILY + ".missing.";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

    private final FilledForm form;

    private DraftWords(FilledForm form) {
        this.form = form;
    }

    /**
     * What is to be saved; null when something lacks.
     *
     * @param written the blocks in which anything is written, from 0
     */
    static @Nullable Words read(FilledForm form, List<Integer> written, Segment segment) {
        DraftWords reading = new DraftWords(form);
        int number = reading.count("number");
        int year = reading.count("year");
        LocalizedText title = reading.needed("title", "letter");
        List<Item> items = new ArrayList<>();
        for (int index : written) {
            Item item = reading.item("items[" + index + "].");
            if (item != null) {
                items.add(item);
            }
        }
        return form.isRefused() || title == null
                ? null
                : new Words(number, year, title, items, segment);
    }

    private @Nullable Item item(String block) {
        LocalizedText title = needed(block + "title", "title");
        LocalizedText text = needed(block + "text", "text");
        Picture picture = picture(block + "picture.");
        Contact contact = contact(block + "contact.");
        return title == null || text == null
                ? null
                : new Item(title, text, orNull(block + "link"), picture, contact);
    }

    private @Nullable Picture picture(String picture) {
        String address = orNull(picture + "address");
        LocalizedText alt = text(picture + "alt");
        if (address != null && alt != null) {
            return new Picture(address, alt);
        }
        if (address != null) {
            form.refuse(picture + "alt.fi", MISSING + "picture.alt");
        } else if (alt != null) {
            form.refuse(picture + "address", MISSING + "picture.address");
        }
        return null;
    }

    private @Nullable Contact contact(String contact) {
        LocalizedText role = text(contact + "role");
        String email = orNull(contact + "email");
        String phone = orNull(contact + "phone");
        if (role == null && (email != null || phone != null)) {
            form.refuse(contact + "role.fi", MISSING + "contact.role");
        }
        return role == null ? null : new Contact(role, email, phone);
    }

    private @Nullable LocalizedText needed(String field, String missing) {
        LocalizedText text = text(field);
        if (text == null) {
            form.refuse(field + ".fi", MISSING + missing);
        }
        return text;
    }

    private @Nullable LocalizedText text(String field) {
        String fi = orNull(field + ".fi");
        String sv = orNull(field + ".sv");
        String en = orNull(field + ".en");
        return fi == null && sv == null && en == null ? null : new LocalizedText(fi, sv, en);
    }

    private @Nullable String orNull(String field) {
        String value = form.value(field);
        return value.isEmpty() ? null : value;
    }

    private int count(String field) {
        if (!COUNT.matcher(form.value(field)).matches()) {
            form.refuse(field, DraftForm.FAMILY + ".error." + field);
            return 0;
        }
        return Integer.parseInt(form.value(field));
    }
}
