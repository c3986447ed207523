package fi.kumppani.grants.diary.persistence;

/** An arrival as it is kept, under {@code <diary>:<key>}. */
record ArrivalDocument(int number, String call, String application) {}
