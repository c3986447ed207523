package fi.kumppani.localstack.system;

/**
 * One thing done to a running system and told in one line.
 *
 * @param title what is about to be done, such as "A call for event grants is published"
 */
public record Step(String title, Work work) {

    /** Does it over HTTP, as anybody could. */
    @FunctionalInterface
    public interface Work {

        /** Returns what came of it in a few words; any exception is a failure of the step. */
        String perform() throws Exception;
    }
}
