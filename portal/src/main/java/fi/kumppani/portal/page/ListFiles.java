package fi.kumppani.portal.page;

import fi.kumppani.portal.reader.Language;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Hands out what somebody sees of a list, all pages of it, as a file in their language. */
@Component
public final class ListFiles {

    private final MessageSource messages;

    ListFiles(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A list in words.
     *
     * @param file its name, which ends as its format does
     * @param headings keys of the words above the columns
     * @param rows as many cells each
     * @param isCut whether the list goes on, which the last row says then
     */
    public record Table(
            String file, List<String> headings, List<List<String>> rows, boolean isCut) {

        /** Copies the headings and the rows. */
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /** The words of a language by their keys. */
    public UnaryOperator<String> words(Language language) {
        return key -> messages.getMessage(key, null, language.locale());
    }

    /**
     * Answers with a list.
     *
     * @throws IOException when the reader is gone
     */
    public void answer(HttpServletResponse response, Table table, Language language)
            throws IOException {
        Stream<List<String>> end =
                table.isCut()
                        ? Stream.of(
                                List.of(
                                        messages.getMessage(
                                                "list.cut",
                                                new Object[] {table.rows().size()},
                                                language.locale())))
                        : Stream.empty();
        Spreadsheet.answer(
                response,
                table.file(),
                table.headings().stream().map(words(language)).toList(),
                Stream.concat(table.rows().stream(), end));
    }
}
