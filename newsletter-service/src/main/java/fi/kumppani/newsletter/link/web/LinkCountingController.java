package fi.kumppani.newsletter.link.web;

import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.newsletter.link.LinkCounting;
import fi.kumppani.newsletter.link.LinkCountings;
import fi.kumppani.newsletter.link.SwitchLinkCounting;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Where coordinators say whether the links in a municipality's letters are counted. */
@RestController
@RequestMapping("/v1/municipalities/{code}/sender/link-counting")
class LinkCountingController {

    private final LinkCountings countings;
    private final SwitchLinkCounting switchLinkCounting;

    LinkCountingController(LinkCountings countings, SwitchLinkCounting switchLinkCounting) {
        this.countings = countings;
        this.switchLinkCounting = switchLinkCounting;
    }

    /**
     * Whether they are.
     *
     * @param history each change, oldest first; empty when they never were
     */
    record CountingView(boolean on, List<SwitchView> history) {}

    /**
     * A change.
     *
     * @param at from then on
     */
    record SwitchView(Instant at, boolean on) {}

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<CountingView> show(@PathVariable String code) {
        return view(countings.current());
    }

    /** From now on; letters and the text that people agree to say so. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<CountingView> turnOn(@PathVariable String code, IfMatch ifMatch) {
        return view(switchLinkCounting.turnOn(ifMatch.version()));
    }

    /** Not any more; what was counted stays. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping
    ResponseEntity<CountingView> turnOff(@PathVariable String code, IfMatch ifMatch) {
        return view(switchLinkCounting.turnOff(ifMatch.version()));
    }

    private static ResponseEntity<CountingView> view(Stored<LinkCounting> stored) {
        LinkCounting counting = stored.body();
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(
                        new CountingView(
                                counting.isOn(),
                                counting.history().stream()
                                        .map(each -> new SwitchView(each.at(), each.on()))
                                        .toList()));
    }
}
