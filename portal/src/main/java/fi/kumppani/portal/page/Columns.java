package fi.kumppani.portal.page;

import fi.kumppani.portal.page.TablePage.Heading;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * By which columns a list may be put in order. Only for lists that are whole when they are shown:
 * what a service tells page by page is for the service to put in order, as else only what one sees
 * would be.
 */
public final class Columns<T> {

    private static final int ROWS = 50;
    private static final String SORT = "sort";
    private static final String PAGE = "page";
    private static final String FALLING = "-";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Map<String, Comparator<T>> orders;

    private Columns(Map<String, Comparator<T>> orders) {
        this.orders = orders;
    }

    /**
     * What somebody asked for, as addresses tell it.
     *
     * @param path of the page
     * @param filters what narrows the list, by name; what is empty is left out of links
     * @param sort a column, with a hyphen before it for the other way around; anything else is the
     *     first column
     * @param page from 1; anything else is the first
     */
    public record Asked(String path, Map<String, String> filters, String sort, String page) {

        /** Copies the filters in their order. */
        public Asked {
            filters = new LinkedHashMap<>(filters);
        }

        private String href(String order, int number) {
            return href(path, order, number);
        }

        /** All pages of it, as a file; how that ends is for the page to say. */
        private String file(String order) {
            return href(path + TablePage.FILE, order, 1);
        }

        private String href(String begin, String order, int number) {
            StringBuilder address = new StringBuilder(begin);
            filters.forEach((name, value) -> add(address, name, value));
            add(address, SORT, order);
            add(address, PAGE, number == 1 ? "" : Integer.toString(number));
            return address.toString();
        }

        private static void add(StringBuilder address, String name, String value) {
            if (!value.isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    /** The column by which the list is in order when nobody asked for another. */
    public static <T> Columns<T> by(String name, Comparator<T> order) {
        return new Columns<T>(Map.of()).or(name, order);
    }

    /** One more column. */
    public Columns<T> or(String name, Comparator<T> order) {
        Map<String, Comparator<T>> more = new LinkedHashMap<>(orders);
        more.put(name, order);
        return new Columns<>(more);
    }

    /** In the order of the reader's alphabet; what has no name comes last either way. */
    public static <T> Comparator<T> alphabetical(
            Language language, Function<T, @Nullable String> name) {
        Collator alphabet = Collator.getInstance(language.locale());
        return new LackingLast<>(name, alphabet::compare);
    }

    /** In the order of what is told of some alone; the others come last either way. */
    public static <T, U extends Comparable<? super U>> Comparator<T> told(
            Function<T, @Nullable U> value) {
        return new LackingLast<>(value, Comparator.<U>naturalOrder());
    }

    private record LackingLast<T, U>(Function<T, @Nullable U> value, Comparator<U> order)
            implements Comparator<T> {

        @Override
        public int compare(T one, T other) {
            U first = value.apply(one);
            U second = value.apply(other);
            return first == null || second == null
                    ? Boolean.compare(first == null, second == null)
                    : order.compare(first, second);
        }

        @Override
        public Comparator<T> reversed() {
            return new LackingLast<>(value, order.reversed());
        }
    }

    /** The whole list in the order that was asked for. */
    public List<T> sorted(List<T> all, String sort) {
        Comparator<T> rising = Objects.requireNonNull(orders.get(column(sort)));
        return all.stream().sorted(isFalling(sort) ? rising.reversed() : rising).toList();
    }

    /** Fifty of the list in the order that was asked for, with the ways to the rest of it. */
    public TablePage<T> page(List<T> all, Asked asked) {
        return page(all, asked, ROWS);
    }

    /** A page of the list in the order that was asked for, with the ways to the rest of it. */
    public TablePage<T> page(List<T> all, Asked asked, int rows) {
        int pages = Math.max(1, Math.ceilDiv(all.size(), rows));
        int number =
                NUMBER.matcher(asked.page()).matches()
                        ? Math.min(pages, Integer.parseInt(asked.page()))
                        : 1;
        String order = (isFalling(asked.sort()) ? FALLING : "") + column(asked.sort());
        String kept = order.equals(first()) ? "" : order;
        return new TablePage<>(
                sorted(all, asked.sort()).stream().skip((number - 1L) * rows).limit(rows).toList(),
                all.size(),
                kept,
                asked.file(kept),
                headings(asked, order),
                turn(asked, kept, number - 1, pages),
                turn(asked, kept, number + 1, pages));
    }

    private Map<String, Heading> headings(Asked asked, String order) {
        Map<String, Heading> headings = new LinkedHashMap<>();
        for (String name : orders.keySet()) {
            String next = order.equals(name) ? FALLING + name : name;
            headings.put(
                    name,
                    new Heading(
                            asked.href(next.equals(first()) ? "" : next, 1),
                            order.equals(name)
                                    ? "ascending"
                                    : order.equals(FALLING + name) ? "descending" : null));
        }
        return headings;
    }

    private static @Nullable String turn(Asked asked, String order, int number, int pages) {
        return number < 1 || number > pages ? null : asked.href(order, number);
    }

    private String column(String sort) {
        String name = sort.startsWith(FALLING) ? sort.substring(1) : sort;
        return orders.containsKey(name) ? name : first();
    }

    private boolean isFalling(String sort) {
        return sort.startsWith(FALLING) && orders.containsKey(sort.substring(1));
    }

    private String first() {
        return orders.keySet().iterator().next();
    }
}
