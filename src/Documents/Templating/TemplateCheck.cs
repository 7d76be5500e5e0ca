namespace NtmServerless.Documents.Templating;

/// <summary>Finds what is wrong in a template before a document is made of it.</summary>
internal static class TemplateCheck
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static IEnumerable<TemplateError> Of(Template template, TemplateKind kind)
    {
        string fields = string.Join(", ", kind.May.Select(f => $"{{{Fields.NameOf(f)}}}"));
        string blocks = string.Join(", ", kind.Blocks.Select(b => $"[{Fields.NameOf(b)}]"));
        HashSet<string> used = [];
        foreach (TemplateLine line in template.Lines)
        {
            if (line.Kind == LineKind.Block)
            {
                string? block = Fields.KeyOf(line.Text);
                if (block is not null && kind.Blocks.Contains(block)) used.Add(block);
                else yield return Error(template, line.Number, "block-unknown", ("name", line.Text), ("names", blocks));
                continue;
            }

            if (Fields.HasStrayBrace(line.Text)) yield return Error(template, line.Number, "brace");
            foreach (string name in Fields.Named(line.Text))
            {
                string? field = Fields.KeyOf(name);
                if (field is not null && kind.May.Contains(field)) used.Add(field);
                else yield return Error(template, line.Number, "field-unknown", ("name", name), ("names", fields));
            }
        }

        foreach (string missing in kind.Must.Where(f => !used.Contains(f)))
        {
            string name = kind.Blocks.Contains(missing) ? $"[{Fields.NameOf(missing)}]" : $"{{{Fields.NameOf(missing)}}}";
            yield return Error(template, 0, "field-missing", ("name", name));
        }

        if (template.Lines.All(l => l.Kind != LineKind.Type)) yield return Error(template, 0, "type-missing", ("name", Words["template.type"]));
    }

    public static TemplateError Error(string file, int line, string code, params (string Name, string Value)[] facts)
    {
        string place = line > 0 ? Words["error.place", ("file", file), ("line", $"{line}")] : Words["error.file", ("file", file)];
        return new TemplateError(file, line, $"{place}: {Words["error." + code, facts]}");
    }

    private static TemplateError Error(Template template, int line, string code, params (string Name, string Value)[] facts) =>
        Error(template.File, line, code, facts);
}
