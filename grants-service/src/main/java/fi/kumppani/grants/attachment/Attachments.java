package fi.kumppani.grants.attachment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that go with an application.
 *
 * @param listed those that are there, in the order they came
 * @param leaving those that are taken away, until their content is erased
 */
public record Attachments(List<Attachment> listed, List<Attachment> leaving) {

    /** The most an application may have. */
    public static final int MOST = 20;

    /** There are none. */
    public static final Attachments NONE = new Attachments(List.of(), List.of());

    /** Copies the lists. */
    public Attachments {
        listed = List.copyOf(listed);
        leaving = List.copyOf(leaving);
    }

    /** What comes of adding one. */
    public sealed interface Adding {

        /**
         * It is among them.
         *
         * @param file as it is now: a file that was there keeps its content
         */
        record Added(Attachments attachments, Attachment file) implements Adding {}

        /** Another file is called that. */
        record NameTaken() implements Adding {}

        /** There are as many as there may be. */
        record Full() implements Adding {}
    }

    /** The one with this id. */
    public Optional<Attachment> find(String id) {
        return listed.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether one of them is what the call requires under this id. */
    public boolean fulfil(String requirement) {
        return listed.stream().anyMatch(each -> requirement.equals(each.requirement()));
    }

    /** With one more; the same content again only takes another name and purpose. */
    public Adding with(Attachment more) {
        Optional<Attachment> same = find(more.id());
        if (listed.stream()
                .anyMatch(each -> each.isNamed(more.name()) && !each.id().equals(more.id()))) {
            return new Adding.NameTaken();
        }
        if (same.isPresent()) {
            Attachment renamed = same.get().describedAs(more);
            return new Adding.Added(
                    new Attachments(
                            listed.stream()
                                    .map(each -> each.equals(same.get()) ? renamed : each)
                                    .toList(),
                            leaving),
                    renamed);
        }
        return listed.size() >= MOST
                ? new Adding.Full()
                : new Adding.Added(new Attachments(and(listed, more), leaving), more);
    }

    /** With one that is to be taken away; the same when it is not there. */
    public Attachments without(String id) {
        return find(id).map(
                        gone ->
                                new Attachments(
                                        listed.stream().filter(each -> !each.equals(gone)).toList(),
                                        and(leaving, gone)))
                .orElse(this);
    }

    /** With all of them to be taken away. */
    public Attachments withoutAll() {
        return new Attachments(
                List.of(), Stream.concat(leaving.stream(), listed.stream()).toList());
    }

    /** After the content of some that were leaving was erased. */
    public Attachments erased(List<Attachment> gone) {
        return new Attachments(
                listed, leaving.stream().filter(each -> !gone.contains(each)).toList());
    }

    private static List<Attachment> and(List<Attachment> some, Attachment more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
