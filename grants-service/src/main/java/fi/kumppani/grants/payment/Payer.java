package fi.kumppani.grants.payment;

import fi.kumppani.grants.bankaccount.Iban;

import java.time.LocalDate;

/**
 * Who pays a batch, and when.
 *
 * @param name of the municipality as its bank knows it
 * @param iban from which account
 * @param on the day the bank is asked to pay
 */
public record Payer(String name, Iban iban, LocalDate on) {}
