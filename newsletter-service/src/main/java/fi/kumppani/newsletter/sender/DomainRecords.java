package fi.kumppani.newsletter.sender;

import java.util.List;

/** Asks the name service what domains publish. */
public interface DomainRecords {

    /** The text records of a name; takes bounded time. */
    Answer texts(String name);

    /** What the name service says. */
    sealed interface Answer {

        /** These texts; none when there is no such name. */
        record Known(List<String> texts) implements Answer {

            /** Copies the texts. */
            public Known {
                texts = List.copyOf(texts);
            }
        }

        /** It does not answer just now. */
        record Away() implements Answer {}
    }
}
