package fi.kumppani.localstack.run;

/** Something the person who started the system can act on; the message is all they see. */
final class RunFailure extends RuntimeException {

    RunFailure(String message) {
        super(message);
    }
}
