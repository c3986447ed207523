package fi.kumppani.events.memo.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Action;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoText;
import fi.kumppani.events.memo.WriteMemo;
import fi.kumppani.events.memo.WriteMemo.Outcome;
import fi.kumppani.events.memo.WriteMemo.Written;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The memo of an event, for everybody to read once it is published. The ETag counts changes; who
 * writes the first words sends {@code "0"}.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/memo")
class MemoController {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 50_000;

    private final WriteMemo writeMemo;

    MemoController(WriteMemo writeMemo) {
        this.writeMemo = writeMemo;
    }

    /**
     * A memo as it is written.
     *
     * @param text at most 50 000 characters in each language
     */
    record MemoRequest(
            @NotNull LocalizedText text,
            @Nullable @Size(max = 50) List<@NotNull @Valid SectionBody> sections,
            @Nullable @Size(max = 100) List<@NotNull @Valid ActionBody> actions) {

        MemoText read() {
            FieldErrors errors = new FieldErrors().longest("text", text, LONGEST_TEXT);
            List<SectionBody> parts = Objects.requireNonNullElse(sections, List.of());
            for (int index = 0; index < parts.size(); index++) {
                String field = "sections[" + index + "].";
                errors.longest(field + "title", parts.get(index).title(), LONGEST_LINE)
                        .longest(field + "text", parts.get(index).text(), LONGEST_TEXT);
            }
            List<ActionBody> agreed = Objects.requireNonNullElse(actions, List.of());
            for (int index = 0; index < agreed.size(); index++) {
                String field = "actions[" + index + "].";
                errors.longest(field + "what", agreed.get(index).what(), LONGEST_LINE)
                        .longest(field + "who", agreed.get(index).who(), LONGEST_LINE);
            }
            errors.throwIfAny();
            return new MemoText(
                    text,
                    parts.stream()
                            .map(
                                    each ->
                                            new MemoText.Section(
                                                    each.title(), each.group(), each.text()))
                            .toList(),
                    List.of());
        }

        List<Written> written() {
            return Objects.requireNonNullElse(actions, List.<ActionBody>of()).stream()
                    .map(ActionBody::read)
                    .toList();
        }
    }

    /**
     * A part of a memo.
     *
     * @param title at most 300 characters in each language
     * @param group the workshop group that said it; absent for all
     * @param text at most 50 000
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionBody(
            @NotNull LocalizedText title,
            @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}") String group,
            @NotNull LocalizedText text) {}

    /**
     * Something to be done.
     *
     * @param id absent when it is new
     * @param what at most 300 characters in each language
     * @param who an association or a role, never a person by name; at most 300
     * @param due the day by which it is to be done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActionBody(
            @Nullable @Size(min = 1, max = 100) String id,
            @NotNull LocalizedText what,
            @NotNull LocalizedText who,
            @Nullable @Size(min = 1, max = 100) String associationId,
            @Nullable LocalDate due,
            @Nullable Boolean done) {

        private Written read() {
            return new Written(
                    id, new Action("", what, who, associationId, due, Boolean.TRUE.equals(done)));
        }

        private static ActionBody of(Action action) {
            return new ActionBody(
                    action.id(),
                    action.what(),
                    action.who(),
                    action.association(),
                    action.due(),
                    action.done());
        }
    }

    /**
     * A memo as it is read.
     *
     * @param status whether it is a draft, or everybody may read it
     * @param publishedAt absent in drafts
     * @param attachments the files that go with it; they are attached and taken away one by one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemoView(
            String status,
            @Nullable Instant publishedAt,
            LocalizedText text,
            List<SectionBody> sections,
            List<ActionBody> actions,
            List<AttachmentView> attachments) {

        static MemoView of(Memo memo) {
            return new MemoView(
                    memo instanceof Memo.Published ? "published" : "draft",
                    memo instanceof Memo.Published published ? published.publishedAt() : null,
                    memo.text().text(),
                    memo.text().sections().stream()
                            .map(each -> new SectionBody(each.title(), each.group(), each.text()))
                            .toList(),
                    memo.text().actions().stream().map(ActionBody::of).toList(),
                    memo.attachments().listed().stream().map(AttachmentView::of).toList());
        }
    }

    /** The memo; a draft for coordinators of the municipality. */
    @OpenToAll
    @GetMapping
    ResponseEntity<MemoView> read(@PathVariable String event, Optional<CurrentUser> user) {
        return view(
                writeMemo
                        .of(new EventId(event), mayReadDrafts(user))
                        .orElseThrow(Problems::notFound));
    }

    /** Whether somebody is a coordinator of the municipality. */
    static boolean mayReadDrafts(Optional<CurrentUser> user) {
        return user.filter(
                        each -> each.actsIn(Tenancy.current()) && each.hasAnyOf(Role.COORDINATOR))
                .isPresent();
    }

    /** Writes the memo anew; actions that are left out are gone. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<MemoView> write(
            @PathVariable String event, @Valid @RequestBody MemoRequest request, IfMatch seen) {
        return answer(
                writeMemo.write(
                        new EventId(event), request.read(), request.written(), seen.version()));
    }

    /** Lets everybody read the memo, once the event has begun. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/publication")
    ResponseEntity<MemoView> publish(@PathVariable String event, IfMatch seen) {
        return answer(writeMemo.publish(new EventId(event), seen.version()));
    }

    /** Whether something is done. */
    record ProgressRequest(@NotNull Boolean done) {}

    /** Notes that something is done, or open again. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/actions/{action}/progress")
    ResponseEntity<MemoView> follow(
            @PathVariable String event,
            @PathVariable String action,
            @Valid @RequestBody ProgressRequest request,
            IfMatch seen) {
        Outcome outcome =
                writeMemo
                        .follow(new EventId(event), action, request.done(), seen.version())
                        .orElseThrow(Problems::notFound);
        if (outcome instanceof Outcome.UnknownAction) {
            throw Problems.notFound();
        }
        return answer(Optional.of(outcome));
    }

    private static ResponseEntity<MemoView> answer(Optional<Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case Outcome.Kept(Memo memo) -> view(memo);
            case Outcome.Stale _ -> throw Problems.stale();
            case Outcome.UnknownAction(String id) ->
                    throw Problems.invalid("actions", "unknown", "There is no action " + id);
            case Outcome.TooEarly _ ->
                    throw Problems.refused("event-not-begun", "A memo tells what has been");
        };
    }

    static ResponseEntity<MemoView> view(Memo memo) {
        return ResponseEntity.ok().eTag(ETags.of(memo.version())).body(MemoView.of(memo));
    }
}
