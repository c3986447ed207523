package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of an event that is written on a page of its own; the rest stays as it was told. */
interface EventPart {

    /** What its address ends with. */
    String name();

    /** Where the service tells and takes it; the event itself unless said otherwise. */
    default String path() {
        return WholeEvent.ONE;
    }

    /** Whether the event has such a part. */
    default boolean isOf(EventFacts event) {
        return true;
    }

    /** What is written back, to begin with. */
    default Map<String, Object> body(WholeEvent event) {
        return event.rewritten();
    }

    /** Its rows. */
    List<PartRows> lists();

    /** The names of its fields that are in no row. */
    default List<String> others() {
        return List.of();
    }

    /** Fills in what is told. */
    void fill(FilledForm form, Map<String, Object> told);

    /** Keeps what was sent of the fields that are in no row. */
    default void keep(FilledForm form, MultiValueMap<String, String> sent) {
        others().forEach(field -> form.putAll(field, sent.getOrDefault(field, List.of())));
    }

    /**
     * Puts what is written into what is sent; what cannot be read becomes a fault of the form.
     *
     * @param told as it was before
     */
    void write(FilledForm form, Map<String, Object> told, Map<String, Object> body);

    /** The key of the text for a value that people do not read as it is. */
    default Optional<String> words(String field, String value) {
        return Optional.empty();
    }

    /** Puts what there is to choose from on the page. */
    default void show(
            String code, Map<String, Object> told, Person person, Reader reader, Model model) {}
}
