package io.gameday.report.export.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// The elements and attributes that have a counterpart in DOCX. Anything else is refused, because what is left out
/// silently is missed by nobody until it matters. A class that no style is named after means nothing, as in CSS.
final class Markup {

    static final Set<String> INLINE = Set.of("span", "b", "strong", "i", "em", "br", "svg");

    private static final Map<String, Set<String>> KNOWN = known();

    private final String template;

    Markup(String template) {
        this.template = template;
    }

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        for (String name : List.of("head", "title", "body", "thead", "tbody", "tr", "br", "svg")) {
            known.put(name, Set.of());
        }
        for (String name : List.of("header", "footer", "nav", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table",
                "span", "b", "strong", "i", "em")) {
            known.put(name, Set.of("class"));
        }
        known.put("html", Set.of("lang"));
        known.put("div", Set.of("class", "style"));
        known.put("th", Set.of("class", "style", "colspan"));
        known.put("td", Set.of("class", "style", "colspan"));
        return known;
    }

    /// @throws DocxFailure naming the first element or attribute that is not known
    void check(Document document) {
        check(document.getDocumentElement());
    }

    private void check(Element element) {
        Set<String> attributes = KNOWN.get(element.getTagName());
        if (attributes == null) {
            throw refused(element,
                    "DOCX knows no such element; allowed: " + String.join(", ", new TreeSet<>(KNOWN.keySet())));
        }
        if (element.getTagName().equals("svg")) {
            return;
        }
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            String name = ((Attr) all.item(i)).getName();
            if (!attributes.contains(name)) {
                throw refused(element, "DOCX knows no attribute '" + name + "' there; allowed: "
                        + (attributes.isEmpty() ? "none" : String.join(", ", new TreeSet<>(attributes))));
            }
        }
        elements(element).forEach(this::check);
    }

    /// @param why a sentence without its full stop
    DocxFailure refused(Element element, String why) {
        Deque<String> path = new ArrayDeque<>();
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            path.push(e.hasAttribute("class")
                    ? e.getTagName() + "." + e.getAttribute("class").strip().replace(' ', '.')
                    : e.getTagName());
        }
        return new DocxFailure("The template " + template + ", with what it includes, has <" + element.getTagName()
                + "> at " + String.join(" > ", path) + ": " + why + ".");
    }

    static List<Element> elements(Element parent) {
        return children(parent).stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    static List<Node> children(Element parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    static List<String> classes(Element element) {
        String names = element.getAttribute("class").strip();
        return names.isEmpty() ? List.of() : List.of(names.split("\\s+"));
    }

    static boolean is(Element element, String name) {
        return classes(element).contains(name);
    }

    static boolean blank(Node node) {
        return node.getNodeType() == Node.COMMENT_NODE
                || node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().chars().allMatch(Markup::space);
    }

    /// What XHTML takes for space; a space that must not break is none.
    static boolean space(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /// The declarations of a `style` attribute.
    ///
    /// @throws DocxFailure when one has a property that is not in `allowed`
    Map<String, String> style(Element element, Set<String> allowed) {
        Map<String, String> style = new HashMap<>();
        for (String declaration : element.getAttribute("style").split(";")) {
            if (declaration.isBlank()) {
                continue;
            }
            int colon = declaration.indexOf(':');
            String property = colon < 0 ? declaration.strip() : declaration.substring(0, colon).strip();
            if (colon < 0 || !allowed.contains(property)) {
                throw refused(element, "DOCX knows no style '" + declaration.strip() + "' there; allowed: "
                        + (allowed.isEmpty() ? "none" : String.join(", ", new TreeSet<>(allowed))));
            }
            style.put(property, declaration.substring(colon + 1).strip());
        }
        return style;
    }

    /// A number with its unit behind it.
    ///
    /// @throws DocxFailure when it is something else
    double number(Element element, String text, String unit) {
        try {
            if (text.endsWith(unit)) {
                return Double.parseDouble(text.substring(0, text.length() - unit.length()).strip());
            }
        } catch (NumberFormatException e) {
            throw new DocxFailure(refused(element, "'" + text + "' is no number of " + unit).getMessage(), e);
        }
        throw refused(element, "'" + text + "' is no number of " + unit);
    }
}
