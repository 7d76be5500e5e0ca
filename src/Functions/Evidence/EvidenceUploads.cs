using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>Takes the files of a page's form one by one: one that cannot be taken does not keep the others out.</summary>
public sealed class EvidenceUploads(EvidenceActs evidence, AskReader read, Problems problems)
{
    private const string FileField = "file";
    private const int Most = 40;
    private const int NameShown = 80;

    /// <exception cref="InvalidInputException">The form itself is wrong; no file was taken.</exception>
    public async Task<IReadOnlyList<FileOutcome>> TakeAsync(HttpRequest request, DurableTaskClient client, ClassId classId, IFormCollection form)
    {
        // Where no file was chosen, a browser sends the field with an empty name: that is no file, and no field of ours either.
        UploadDescription described = UploadReader.Describe(form
            .Where(f => !f.Key.StartsWith('_') && f.Key != FileField).ToDictionary(f => f.Key, f => f.Value.ToString().Trim(), StringComparer.Ordinal));
        IFormFile[] files = [.. form.Files.Where(f => f.FileName.Length > 0)];
        if (files.Length == 0) throw new InvalidInputException("file", "no-file-chosen");
        if (files.Length > Most) throw new InvalidInputException("file", "too-many-files", ("most", Most));
        List<FileOutcome> outcomes = [];
        foreach (IFormFile file in files) outcomes.Add(new FileOutcome(Shown(file.FileName), await RefusalAsync(file)));
        return outcomes;

        async Task<FormProblem?> RefusalAsync(IFormFile file)
        {
            try
            {
                UploadedFile taken = await UploadReader.ReadAsync(file, described, request.HttpContext.RequestAborted);
                await using Stream content = taken.Content;
                await evidence.AddAsync(classId, Asked(taken, $"{form["_key"]}/{taken.Sha256}"));
                return null;
            }
            catch (Exception e) when (e is BadFormException or InvalidInputException or RuleBrokenException)
            {
                Problem problem = problems.Of(e);
                return new FormProblem(problem.Code, problem.Title, problem.Errors is { } errors ? string.Join(' ', errors.Values.SelectMany(v => v)) : problem.Detail);
            }
        }

        Ask<UploadedFile> Asked(UploadedFile file, string key) =>
            read.Make(request, client, file, System.Text.Encoding.UTF8.GetBytes($"{file.Kind}/{file.Sha256}/{file.Session}/{file.Signatures}"), key);
    }

    // Some browsers send the whole path.
    private static string Shown(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return last.Length <= NameShown ? last : last[..NameShown] + "…";
    }
}
