namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>The texts that the cells of a workbook share.</summary>
internal sealed class SharedTexts(IReadOnlyList<string> texts)
{
    private const int Most = 500_000;

    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";

    public static SharedTexts Read(PartReader? part)
    {
        List<string> texts = [];
        while (part?.Read() == true)
        {
            if (part.Opened != "si") continue;
            if (texts.Count == Most) throw new InvalidInputException("file", "xlsx-too-large");
            texts.Add(RichText.Of(part));
        }

        return new SharedTexts(texts);
    }
}
