package fi.kumppani.localstack;

/** One server that a local system needs; each can run alone or beside the others in one JVM. */
public interface Engine extends AutoCloseable {

    /** The word that names this engine on the command line, in logs and in ready files. */
    String name();

    /** Where clients find it, once started. */
    String address();

    /** Returns when clients can be served; fails when it cannot come up. */
    void start();

    @Override
    void close();
}
