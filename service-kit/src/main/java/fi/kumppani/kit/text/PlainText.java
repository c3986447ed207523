package fi.kumppani.kit.text;

/** What people may write: text that a store keeps, a mail carries and a page shows as it is. */
public final class PlainText {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private PlainText() {}

    /**
     * Whether a text has no control characters but tab and line breaks, no halves of surrogate
     * pairs, no noncharacters, and nothing that turns the order of letters around: with an override
     * (Unicode Standard Annex 9, section 2.2) {@code fdp.exe} reads as {@code exe.pdf}. Scripts
     * that run from right to left need none.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            case LEFT_TO_RIGHT_OVERRIDE, RIGHT_TO_LEFT_OVERRIDE, 0xFFFE, 0xFFFF -> false;
            default ->
                    !Character.isISOControl(character)
                            && Character.getType(character) != Character.SURROGATE;
        };
    }
}
