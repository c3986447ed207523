package fi.kumppani.grants.attachment;

import fi.kumppani.kit.problem.Problems;

/** What came of attaching a file. */
public sealed interface Attaching {

    /** It is attached. */
    record Attached(Attachment file) implements Attaching {}

    /** Its type is not taken, or its content is not of the type its name says. */
    record UnknownType() implements Attaching {}

    /** It would harm whoever opens it. */
    record Harmful() implements Attaching {}

    /** Another file is called that. */
    record NameTaken() implements Attaching {}

    /** There are as many as there may be. */
    record Full() implements Attaching {}

    /** Nothing is attached any more. */
    record Closed(Enum<?> reason) implements Attaching {}

    /** What it was to be attached to is not there any more. */
    record Gone() implements Attaching {}

    /**
     * The file that is attached.
     *
     * @throws fi.kumppani.kit.problem.Problem that says why none is
     */
    default Attachment file() {
        return switch (this) {
            case Attached(var file) -> file;
            case UnknownType _ ->
                    throw Problems.invalid(
                            "content",
                            "type",
                            "A pdf, odt, ods, docx or xlsx without macros, png, jpg, txt or csv in"
                                    + " UTF-8 whose name ends as its type does");
            case Harmful _ ->
                    throw Problems.invalid(
                            "content", "harmful", "The file would do something by itself");
            case NameTaken _ ->
                    throw Problems.invalid("name", "taken", "Another file here is called so");
            case Full _ ->
                    throw Problems.refused(
                            "attachments-full", "There are at most " + Attachments.MOST);
            case Closed(var reason) -> throw Problems.refused(reason);
            case Gone _ -> throw Problems.notFound();
        };
    }
}
