package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An appeal to a court.
 *
 * @param filedOn the day it was filed
 * @param endedOn the day the court's ruling became final; absent until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourtAppealBody(@NotNull LocalDate filedOn, @Nullable LocalDate endedOn) {}
