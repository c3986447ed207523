package fi.kumppani.grants.retention;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What was erased in the current municipality. */
public interface Erasures {

    /** What was erased of an application or a batch. */
    ErasureLog of(String subject);

    /** The same for several; without those of which nothing was. */
    Map<String, ErasureLog> findAll(Collection<String> subjects);

    /** Writes down what is said, in one write; asked again when somebody else wrote in between. */
    void change(String subject, UnaryOperator<ErasureLog> change);

    /** Shows each of all municipalities in which something is under way, in its municipality. */
    void forEachUnderWay(Consumer<String> work);
}
