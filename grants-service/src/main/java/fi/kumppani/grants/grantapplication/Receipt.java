package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.diary.DiaryNumber;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * That an application arrived.
 *
 * @param number its number in the diary
 * @param at when, by the server's clock; for imported history the day of the decision
 * @param from the application it was before it was transferred; null for none
 */
public record Receipt(DiaryNumber number, Instant at, @Nullable ApplicationId from) {

    /** Of an application that was never another one. */
    public Receipt(DiaryNumber number, Instant at) {
        this(number, at, null);
    }
}
