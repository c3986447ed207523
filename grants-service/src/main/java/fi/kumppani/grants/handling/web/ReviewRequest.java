package fi.kumppani.grants.handling.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What a reviewer found.
 *
 * @param points by criterion: all criteria of the call, each from 0 to its most
 * @param comment what other reviewers read once they have given theirs
 */
record ReviewRequest(
        @NotNull @Size(max = 20) Map<String, @NotNull Integer> points,
        @Nullable @Size(max = 5_000) String comment) {}
