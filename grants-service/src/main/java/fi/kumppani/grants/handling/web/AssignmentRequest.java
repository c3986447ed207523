package fi.kumppani.grants.handling.web;

import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whose work an application becomes.
 *
 * @param officer as the identity provider knows them; left out to take it oneself
 */
record AssignmentRequest(@Nullable @Pattern(regexp = "[\\x21-\\x7e]{1,128}") String officer) {}
