package fi.kumppani.kit.store;

/** A change would give an aggregate a value that another one has and that must be unique. */
public final class UniqueValueTakenException extends RuntimeException {

    private final String field;

    /**
     * @param field the name the unique value was declared under
     */
    public UniqueValueTakenException(String field) {
        super("The value of " + field + " is taken");
        this.field = field;
    }

    /** The name the unique value was declared under. */
    public String field() {
        return field;
    }
}
