using HartwoodPolicyBot.Benchmarks.Answers;
using HartwoodPolicyBot.Benchmarks.Growth;
using HartwoodPolicyBot.Benchmarks.Incidents;
using HartwoodPolicyBot.Benchmarks.Monitoring;
using HartwoodPolicyBot.Benchmarks.PictureChecks;
using HartwoodPolicyBot.Benchmarks.Policies;
using HartwoodPolicyBot.Benchmarks.PostChecks;
using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Benchmarks.Reading;
using HartwoodPolicyBot.Benchmarks.Training;
using HartwoodPolicyBot.Benchmarks.Turns;

switch (args)
{
    case ["questions"]:
        QualityBenchmark.Run();
        return 0;
    case ["questions", "sets"]:
        QualityBenchmark.RunSets();
        return 0;
    case ["clauses"]:
        ClauseBenchmark.Run();
        return 0;
    case ["ask", .. var questions]:
        ClauseBenchmark.Ask(questions);
        return 0;
    case ["about-the-bot"]:
        AboutTheBotBenchmark.Run();
        return 0;
    case ["chats"]:
        ChatBenchmark.Run();
        return 0;
    case ["posts", .. var more]:
        PostsBenchmark.Run(isVerbose: more is ["errors"]);
        return 0;
    case ["taught"]:
        TaughtBenchmark.Run();
        return 0;
    case ["pictures"]:
        return await PicturesBenchmark.RunAsync();
    case ["extension"]:
        return await ExtensionBenchmark.RunAsync();
    case ["answers"]:
        await AnswersBenchmark.RunAsync();
        return 0;
    case ["documents", var file]:
        DocumentsBenchmark.Run(file);
        return 0;
    case ["turns"]:
        return await TurnsBenchmark.RunAsync();
    case ["turns", var program]:
        return await TurnsBenchmark.RunAsync(program);
    case ["commands"]:
        return await CommandsBenchmark.RunAsync();
    case ["grows"]:
        await GrowthBenchmark.RunAsync();
        return 0;
    case ["incidents"]:
        return await IncidentsBenchmark.RunAsync();
    case ["incidents", "submits"]:
        return await IncidentsBenchmark.RunSubmitsAsync();
    case ["report"]:
        return await ReportBenchmark.RunAsync();
    case ["publish"]:
        return await PublishBenchmark.RunAsync();
    case ["import"]:
        return await ImportBenchmark.RunAsync();
    case ["import", var files]:
        ImportBenchmark.Look(files);
        return 0;
    case ["beside", var folder]:
        BesideBenchmark.Run(folder);
        return 0;
    case ["reading"]:
        await ReadingBenchmark.RunAsync();
        return 0;
    case ["training"]:
        return await TrainingBenchmark.RunAsync();
    case [BareEndpoint.Argument, var address]:
        await BareEndpoint.RunAsync(address);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            What to measure?
              questions  how well questions are understood, and how fast
              questions sets  the bot alone on each set, with what decided each wrong answer
              clauses    whether the clause that answers is set off, with all that belongs to it
              ask QUESTION  what the bot makes of a question
              about-the-bot  whether what people ask about the bot itself is told apart
              chats      disclosures told from questions, and follow-ups
              posts      whether drafts of posts get the right verdict; "posts errors" lists those of the bank that don't, and why
              taught     what 200 taught phrasings do to the questions that were not taught
              pictures   a photo of 12 megapixels checked, without and with reading its text: time and memory
              extension  the search of the message extension under 50 queries a second
              answers    how the practice manager's own answers are found again, and how fast
              documents FILE  the same for documents without phrasings, on a set in SQuAD's format
              turns      whole turns, question in to card sent: speed, latency, memory, start, idle
              turns PROGRAM  the same for another HartwoodPolicyBot.dll, such as a published one
              commands   the first use of each command in a fresh process
              grows      how it grows with policies, staff and instances; the last on PostgreSQL only
              incidents  1,000 reports at once, and 500 while the process is killed 20 times
              incidents submits  the first of these alone, without waiting for the channel
              report     the monitoring report and its files, of a small practice and of a large group
              ; on PostgreSQL too where HARTWOOD_TEST_POSTGRES names one
              publish    policies published while people ask, with two instances
              import     how long a Word file of 100 pages takes to read, and whether the corpus of files is read right
              import FOLDER  what is read from the policy files of a folder
              beside FOLDER  how well questions are understood while the policies of a folder are in force as well
              reading    a policy round to the staff of a large group; on PostgreSQL too
              training   500 people who do the whole training at once
            """
        );
        return 2;
}
