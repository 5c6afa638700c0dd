# R1 in vectorised base R. Options as r1.py: --draws N --runs K --cold
words <- commandArgs(TRUE)
option <- function(name, otherwise) {
  place <- match(paste0("--", name), words)
  if (is.na(place)) otherwise else as.numeric(words[place + 1])
}
draws <- option("draws", 65536)
cold <- "--cold" %in% words
factor <- 1 / 1.035
sdlog <- sqrt(log1p((1500 / 8000)^2))
meanlog <- log(8000) - sdlog^2 / 2

# Probabilities of two inputs whose normal scores are correlated.
together <- function(correlation) {
  first <- rnorm(draws)
  list(pnorm(first), pnorm(correlation * first + sqrt(1 - correlation^2) * rnorm(draws)))
}

run <- function(seed) {
  set.seed(seed)
  p <- together(-0.3)
  reach <- qbeta(p[[1]], 32, 8)
  dropout <- qbeta(p[[2]], 6, 24)
  p <- together(0.4)
  costA <- qgamma(p[[1]], shape = (42000 / 9000)^2, scale = 9000^2 / 42000)
  costB <- qgamma(p[[2]], shape = (15000 / 6000)^2, scale = 6000^2 / 15000)
  effect <- qnorm(runif(draws, pnorm(-0.2, 0.18, 0.07), pnorm(0.8, 0.18, 0.07)), 0.18, 0.07)
  u <- runif(draws)
  fixed <- ifelse(u < 0.25, 900000 + sqrt(u * 4e5 * 1e5), 1300000 - sqrt((1 - u) * 4e5 * 3e5))
  participants <- (220 + 200 * rbeta(draws, 2.6, 3.4)) * reach * (1 - dropout)
  cases <- participants * rbeta(draws, 20, 30) * effect * runif(draws, 0.7, 1)
  cost <- fixed + participants * rlnorm(draws, meanlog, sdlog)
  persistence <- rbeta(draws, 16, 4)
  growth <- factor * (1 + rnorm(draws, 0.02, 0.005))

  benefit <- cases * (costA + costB)
  net <- -cost
  power <- rep(1, draws)
  active <- years <- numeric(draws)
  payback <- rep(10, draws)
  for (year in 1:9) {
    power <- power * growth
    active <- active * persistence + (year <= 3)
    thisYear <- active * power
    years <- years + thisYear
    net <- net + benefit * thisYear
    if (year < 3) net <- net - factor^year * cost
    payback[net >= 0 & payback == 10] <- year
  }
  pvBenefit <- benefit * years
  pvCost <- cost * (1 + factor + factor^2)
  net <- pvBenefit - pvCost
  outputs <- list(pvBenefit, pvCost, net, pvBenefit / pvCost, cases * costA * years, payback)
  figures <- lapply(outputs, function(x) c(mean(x), sd(x), quantile(x, c(0.05, 0.25, 0.5, 0.75, 0.95))))
  chances <- c(mean(net > 0), mean(outputs[[4]] >= 1.5), mean(participants >= 150 & net > 0))
  list(mean = figures[[3]][[1]], chance = chances[1])
}

if (!cold) invisible(run(0))
seconds <- numeric(0)
cpuSeconds <- numeric(0)
for (seed in seq_len(if (cold) 1 else option("runs", 1))) {
  start <- proc.time()
  answer <- run(seed)
  used <- proc.time() - start
  seconds <- c(seconds, used[["elapsed"]])
  cpuSeconds <- c(cpuSeconds, used[["user.self"]] + used[["sys.self"]])
}
status <- tryCatch(readLines("/proc/self/status"), error = function(e) character(0))
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", status, value = TRUE))) / 1024
cat(sprintf(
  '{"program":"R, vectorised","versions":{"R":"%s"},"draws":%d,"threads":1,"seconds":[%s],"cpuSeconds":[%s],"nsPerDraw":%.2f,"meanNet":%.4f,"chanceGain":%.8f,"peakMiB":%s}\n',
  paste(R.version$major, R.version$minor, sep = "."), as.integer(draws), paste(seconds, collapse = ","), paste(cpuSeconds, collapse = ","),
  1e9 * median(seconds) / draws, answer$mean, answer$chance, if (length(peak) == 1) format(peak) else "null"
))
# Of E[net], sd of net, P(net > 0): test/reference/r1.json.
if (abs(answer$mean - 704897.10) > 5 * 4994576.81 / sqrt(draws) ||
  abs(answer$chance - 0.4820979) > 5 * sqrt(0.4820979 * 0.5179021 / draws)) {
  stop("E[net] and P(net > 0) are not R1's")
}
