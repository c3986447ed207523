package fi.kumppani.localstack.mongodb;

import de.bwaldvogel.mongo.backend.KeyValue;

import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * Orders the keys of unique indexes as the store does by itself, only faster.
 *
 * <p>By itself it compares the serialized forms of two keys, which it makes anew for every
 * comparison. In those of two keys of one text each the first difference is the length of the text,
 * then a letter.
 */
final class KeyOrder extends ObjectDataType {

    /** Longer texts, and letters beyond ASCII, are serialized in another way. */
    private static final int LONGEST = 10_000;

    @Override
    public int compare(Object one, Object other) {
        String text = text(one);
        String otherText = text(other);
        if (text == null || otherText == null) {
            return super.compare(one, other);
        }
        int byLength = Integer.compare(text.length(), otherText.length());
        return byLength == 0 ? text.compareTo(otherText) : byLength;
    }

    private static @Nullable String text(Object key) {
        return key instanceof KeyValue value
                        && value.size() == 1
                        && value.get(0) instanceof String text
                        && isPlain(text)
                ? text
                : null;
    }

    private static boolean isPlain(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int each = 0; each < text.length(); each++) {
            if (text.charAt(each) == 0 || text.charAt(each) > 127) {
                return false;
            }
        }
        return true;
    }
}
