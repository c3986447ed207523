package fi.kumppani.portal.letter;

import fi.kumppani.portal.OutsidePictures;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Shows the letters of a municipality: all that were sent, and each for itself. */
@Controller
@RequestMapping("/m/{code}/letters")
class ArchivePages {

    private static final int LONGEST_QUERY = 100;

    private final LettersPage letters;
    private final Backends backends;

    ArchivePages(LettersPage letters, Backends backends) {
        this.letters = letters;
        this.backends = backends;
    }

    @GetMapping
    String all(
            @PathVariable String code,
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model) {
        FilledForm form = letters.form(reader);
        String asked = query.strip();
        form.put("q", asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked);
        form.put("from", from);
        return letters.show(letters.municipality(code, reader), form, List.of(), reader, model);
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String code,
            @PathVariable String id,
            Reader reader,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("municipality", letters.municipality(code, reader));
        LetterFacts letter = PageSubject.of(backends.answer(reader, LetterFacts.one(code, id)));
        LetterView view = LetterView.of(letter, reader.language());
        OutsidePictures.allow(request, view.pictures());
        model.addAttribute("letter", view);
        return "letter";
    }
}
