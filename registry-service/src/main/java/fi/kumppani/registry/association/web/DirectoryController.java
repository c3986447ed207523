package fi.kumppani.registry.association.web;

import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.Search;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;

/** The directory of the associations of a municipality, page by page and as a table. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class DirectoryController {

    private static final int AT_ONCE = 500;

    private final Associations associations;

    DirectoryController(Associations associations) {
        this.associations = associations;
    }

    /**
     * All associations, or those that are looked for.
     *
     * @param text words that must all be in one of its names; 1 to 200 characters
     * @param status {@code unverified}, {@code verified}, {@code dissolved}, or several; without it
     *     a search leaves out what was dissolved
     * @param form the legal form
     * @param purposeClass 1 to 9
     * @param theme the key of a theme
     * @param network the id of a network it is a member of
     * @param unconfirmedSince the day since when it has not said that its facts are right
     */
    @OpenToAll
    @GetMapping("/associations")
    Page<AssociationView> list(
            @PathVariable String code,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable List<String> status,
            @RequestParam @Nullable String form,
            @RequestParam @Nullable String purposeClass,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String network,
            @RequestParam @Nullable String unconfirmedSince,
            Cursor cursor) {
        String after = cursor.after() == null ? "" : cursor.after();
        List<Stored<Association>> found =
                associations.matching(
                        SearchReader.read(
                                text, status, form, purposeClass, theme, network, unconfirmedSince),
                        after,
                        cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> AssociationView.of(stored.body()));
    }

    /** The same as a table (RFC 4180, UTF-8 with a byte order mark), an association in a row. */
    @OpenToAll
    @GetMapping("/associations.csv")
    void table(
            @PathVariable String code,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable List<String> status,
            @RequestParam @Nullable String form,
            @RequestParam @Nullable String purposeClass,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String network,
            @RequestParam @Nullable String unconfirmedSince,
            HttpServletResponse response)
            throws IOException {
        Search search =
                SearchReader.read(
                        text, status, form, purposeClass, theme, network, unconfirmedSince);
        CsvTable.answer(
                response,
                "associations-" + code + ".csv",
                AssociationRow.HEADINGS,
                writer -> {
                    List<Stored<Association>> some = associations.matching(search, "", AT_ONCE);
                    while (!some.isEmpty()) {
                        some.forEach(stored -> writer.accept(AssociationRow.of(stored.body())));
                        some = associations.matching(search, some.getLast().id(), AT_ONCE);
                    }
                });
    }
}
