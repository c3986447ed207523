package fi.kumppani.portal.page;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of a list.
 *
 * @param rows of this page
 * @param found how many there are on all pages
 * @param sort the order as an address tells it; empty for the usual one
 * @param table where all pages of it are as a file, in the same order
 * @param headings by which columns it can be put in order, by their names
 * @param earlier the address of the page before this one
 * @param later the address of the page behind it
 */
public record TablePage<T>(
        List<T> rows,
        int found,
        String sort,
        String table,
        Map<String, Heading> headings,
        @Nullable String earlier,
        @Nullable String later) {

    /** Where below the path of a list its files are; {@code csv} or {@code xlsx} follows. */
    public static final String FILES = "/list.{format:csv|xlsx}";

    static final String FILE = "/list.csv";

    /** Copies the rows and the headings in their order. */
    public TablePage {
        rows = List.copyOf(rows);
        headings = new LinkedHashMap<>(headings);
    }

    /** The same file for programs that read the format of Excel. */
    public String workbook() {
        return table.replaceFirst("\\.csv(?=\\?|$)", ".xlsx");
    }

    /**
     * The heading of a column.
     *
     * @param href puts the list in order by it, or the other way around where it is
     * @param order {@code ascending} or {@code descending}; null where it is not in order by it
     */
    public record Heading(String href, @Nullable String order) {}
}
