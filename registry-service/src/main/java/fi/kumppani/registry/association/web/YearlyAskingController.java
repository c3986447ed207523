package fi.kumppani.registry.association.web;

import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.registry.association.YearlyAsking;
import fi.kumppani.registry.association.YearlyAsking.Choice;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where coordinators say whether associations are asked once a year without their doing it. */
@RestController
@RequestMapping("/v1/municipalities/{code}/confirmation-requests/yearly")
class YearlyAskingController {

    private final YearlyAsking asking;

    YearlyAskingController(YearlyAsking asking) {
        this.asking = asking;
    }

    /** Whether they are. */
    record AskingView(boolean on) {}

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<AskingView> show(@PathVariable String code) {
        return view(asking.current());
    }

    /** A year after each said so last, or was asked last. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<AskingView> turnOn(@PathVariable String code, IfMatch ifMatch) {
        return view(asking.choose(ifMatch.version(), Choice.YEARLY));
    }

    /** Only when a coordinator does so. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping
    ResponseEntity<AskingView> turnOff(@PathVariable String code, IfMatch ifMatch) {
        return view(asking.choose(ifMatch.version(), Choice.BY_HAND));
    }

    private static ResponseEntity<AskingView> view(Stored<Choice> stored) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(new AskingView(stored.body() == Choice.YEARLY));
    }
}
