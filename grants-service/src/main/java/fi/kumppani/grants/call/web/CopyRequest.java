package fi.kumppani.grants.call.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * For which year a call is copied.
 *
 * @param year the budget year of the copy
 */
record CopyRequest(@NotNull @Min(1990) @Max(2100) Integer year) {}
