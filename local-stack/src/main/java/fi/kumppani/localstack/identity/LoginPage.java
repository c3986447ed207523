package fi.kumppani.localstack.identity;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists the demonstration users by role, so that a newcomer logs in with one press. */
@Controller
class LoginPage {

    record Choice(String username, String place) {}

    record Group(String role, List<Choice> choices) {}

    private final Demonstration demonstration;

    LoginPage(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/login";
    }

    @GetMapping("/login")
    String login(Model model, Locale locale) {
        model.addAttribute("groups", groups(locale.getLanguage()));
        model.addAttribute("password", demonstration.password());
        return "login";
    }

    @GetMapping("/local-stack.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css"))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("web/local-stack.css"));
    }

    private List<Group> groups(String language) {
        Map<String, List<Choice>> byRole = new LinkedHashMap<>();
        for (var user : demonstration.users()) {
            var choice = new Choice(user.username(), places(user.municipalities(), language));
            byRole.computeIfAbsent(user.roles().getFirst(), role -> new ArrayList<>()).add(choice);
        }
        return byRole.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String places(List<String> codes, String language) {
        return codes.stream().map(code -> nameOf(code, language)).collect(Collectors.joining(", "));
    }

    private String nameOf(String code, String language) {
        var names = demonstration.municipalities().getOrDefault(code, Map.of());
        String finnish = names.getOrDefault("fi", code);
        return language.equals("sv") ? names.getOrDefault("sv", finnish) : finnish;
    }
}
