package fi.kumppani.kit.text;

/**
 * Text for a cell of a spreadsheet. What people write may begin like a formula, and a program that
 * opens the table would calculate it: such text gets an apostrophe before it, which spreadsheets
 * take for "this is text" (OWASP, CSV Injection).
 */
public final class Cell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Cell() {}

    /** The text as it may stand in a cell. */
    public static String of(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
