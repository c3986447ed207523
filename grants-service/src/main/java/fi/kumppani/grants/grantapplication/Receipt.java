package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.diary.DiaryNumber;

import java.time.Instant;

/**
 * That an application arrived.
 *
 * @param number its number in the diary
 * @param at when, by the server's clock; for imported history the day of the decision
 */
public record Receipt(DiaryNumber number, Instant at) {}
