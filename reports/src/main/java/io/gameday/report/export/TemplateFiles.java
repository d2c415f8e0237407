package io.gameday.report.export;

import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds templates and word lists: in a team's own folder first, file by file, then among ours. The template of a language
/// stands before the English one of either.
public final class TemplateFiles implements Loader<String> {

    private static final String OURS = "/coe-templates/";
    /// One file name, no way out of the folder.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.(html|md|css|xml|yaml)");

    private static final Pattern ENDING = Pattern.compile("(?=\\.[a-z]+$)");

    private final @Nullable Path own;
    private final String language;

    /// @param own a team's folder whose files stand in for ours, one by one; null for ours alone
    public TemplateFiles(@Nullable Path own) {
        this(own, Wording.ENGLISH);
    }

    /// @param language of which there may be templates beside the English ones: `coe-body-ja.html`
    public TemplateFiles(@Nullable Path own, String language) {
        this.own = own;
        this.language = language;
    }

    @Override
    public Reader getReader(String name) {
        // A line that holds nothing but a tag is no line of the document; inside a comment it still counts as one in
        // the engine's messages.
        return new StringReader(text(name).replace("%}\n", "%}{#\n#}"));
    }

    /// @throws TemplateFailure when there is no such template in any language
    public String text(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TemplateFailure("The template's name is '" + name
                    + "'; allowed: small letters, digits and hyphens, then .html, .md, .css, .xml or .yaml");
        }
        String local = ENDING.matcher(name).replaceFirst("-" + language);
        return stored(!language.equals(Wording.ENGLISH) && resourceExists(local) ? local : name);
    }

    private String stored(String name) {
        try {
            if (own != null && Files.isRegularFile(own.resolve(name))) {
                return Files.readString(own.resolve(name), StandardCharsets.UTF_8);
            }
            try (InputStream in = TemplateFiles.class.getResourceAsStream(OURS + name)) {
                if (in == null) {
                    throw new TemplateFailure("There is no template " + name + " in coe-templates"
                            + (own == null ? "." : " nor in " + own + "."));
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new TemplateFailure("The template " + name + " cannot be read: " + e + ".", e);
        }
    }

    @Override
    public boolean resourceExists(String name) {
        return NAME.matcher(name).matches() && (own != null && Files.isRegularFile(own.resolve(name))
                || TemplateFiles.class.getResource(OURS + name) != null);
    }

    /// As messages name it: whose it is decides who can mend it.
    public String place(String name) {
        return own != null && Files.isRegularFile(own.resolve(name)) ? own.resolve(name).toString() : name;
    }

    /// Templates name each other plainly; there are no folders.
    @Override
    public String resolveRelativePath(String relative, String anchor) {
        return relative;
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    @Override
    public void setCharset(String charset) {
        // Templates are UTF-8, always.
    }

    @Override
    public void setPrefix(String prefix) {
        // There are no folders.
    }

    @Override
    public void setSuffix(String suffix) {
        // Names are whole.
    }
}
